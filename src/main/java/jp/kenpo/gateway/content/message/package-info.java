/** Messages of the core system: CloudEvents as JSON, read strictly and within limits; what is wrong is named by its pointer. */
@NullMarked
package jp.kenpo.gateway.content.message;

import org.jspecify.annotations.NullMarked;
