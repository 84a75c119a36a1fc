/** The pages where insights are shared and read; depends on the frame. */
@NullMarked
package se.koalition.portal.pages.insights;

import org.jspecify.annotations.NullMarked;
