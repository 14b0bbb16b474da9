/** Layout, forms, CSRF, paging, assets and problems as pages or JSON. */
@NullMarked
package org.chatnotes.web;

import org.jspecify.annotations.NullMarked;
