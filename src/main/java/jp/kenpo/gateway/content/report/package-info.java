/**
 * The error report (エラー報告) about a file: what a person or program at the other side needs to correct it.
 *
 * <p>Findings come in, a CSV or a readable text goes out, and findings can be kept as JSON and read again. No value of a
 * person is in it beyond the key of a row or receipt that a finding names. Nothing is sent here.
 */
@NullMarked
@NamedInterface("report")
package jp.kenpo.gateway.content.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
