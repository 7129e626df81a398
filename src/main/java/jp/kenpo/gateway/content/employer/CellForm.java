package jp.kenpo.gateway.content.employer;

/** How the cells of one type are read. Every form that is not the gateway's own is told, once a cell. */
interface CellForm {

    /** Takes a rule and the arguments of its text. */
    @FunctionalInterface
    interface Remark {
        void is(EmployerRule rule, Object... arguments);
    }

    /** Reads a cell that is neither empty nor a formula. */
    CellValue read(Column column, Cell cell, Remark remark);
}
