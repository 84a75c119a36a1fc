package se.koalition.actor.bad.joining;

import se.koalition.actor.bad.imports.File;

record Wish(File knowsImports) {}
