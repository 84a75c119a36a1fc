package se.koalition.local.servers;

/** A broker and a store, each started when first asked for. */
interface Servers {

    /** The broker's address, for {@code bootstrap.servers}. */
    String kafka();

    /** The address of one database. */
    String mongoUri(String database);
}
