/** Tables as text (CSV): reads them against declared columns, and cuts columns out. */
@NullMarked
package jp.kenpo.gateway.content.table;

import org.jspecify.annotations.NullMarked;
