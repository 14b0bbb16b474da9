/** The pages on which notes are written: the list, the editor with its forms, revisions, series, the preview. */
@NullMarked
package org.chatnotes.editor;

import org.jspecify.annotations.NullMarked;
