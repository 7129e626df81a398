package jp.kenpo.gateway.content.table;

import jp.kenpo.gateway.content.LayoutForm;

/** A layout of a table that is composed: its columns say where they are taken from. */
public interface ComposedTableForm extends LayoutForm {}
