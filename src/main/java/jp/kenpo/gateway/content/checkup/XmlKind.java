package jp.kenpo.gateway.content.checkup;

/** The kinds of XML file in an archive, with the root element and the schema of each. */
enum XmlKind {
    /** 交換用基本情報. */
    INDEX("index", XmlKind.EXCHANGE, "ix08_V08.xsd"),
    /** 集計情報. */
    SUMMARY("summary", XmlKind.EXCHANGE, "su08_V08.xsd"),
    /** 決済情報 of a checkup. */
    CHECKUP_CLAIM("checkupClaim", XmlKind.EXCHANGE, "cc08_V08.xsd"),
    /** 決済情報 of guidance. */
    GUIDANCE_CLAIM("healthGuidanceClaim", XmlKind.EXCHANGE, "gc08_V08.xsd"),
    /** 特定健診情報. */
    CHECKUP("ClinicalDocument", XmlKind.CDA, "hc08_V08.xsd"),
    /** 特定保健指導情報. */
    GUIDANCE("ClinicalDocument", XmlKind.CDA, "hg08_V08.xsd");

    private static final String EXCHANGE = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";
    private static final String CDA = "urn:hl7-org:v3";

    /** Namespace of index, summary and settlement before the revision of 2021. */
    static final String OLD_EXCHANGE = "http://tokuteikenshin.jp/checkup/2007";

    private final String root;
    private final String namespace;
    private final String schema;

    XmlKind(String root, String namespace, String schema) {
        this.root = root;
        this.namespace = namespace;
        this.schema = schema;
    }

    String root() {
        return root;
    }

    String schema() {
        return schema;
    }

    /** Returns whether an outermost element is the one of this kind, in today's namespace or the old one. */
    boolean isRoot(String namespaceFound, String name) {
        boolean old = namespace.equals(EXCHANGE) && namespaceFound.equals(OLD_EXCHANGE);
        return name.equals(root) && (old || namespaceFound.equals(namespace));
    }
}
