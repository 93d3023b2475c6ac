/** Elements whose end is where the next of them begins, or where what they are in ends. */
const ended = /<\/(?:td|th|tr|li|option|optgroup|dt|dd|thead|tbody)>/g;

/** A paragraph ends where a block begins, and where what it is in ends. */
const paragraph =
  /<\/p>(?=<(?:p|div|ul|ol|dl|pre|table|details|section|form|h[1-6]|figure)[ >]|<\/(?:div|section|details|figure|main)>)/g;

/**
 * HTML without what it can do without: quotes around attributes that need none, tags that HTML lets one omit, and
 * entities for `>`, which is a character like any other in a text and in a quoted attribute. The first cell of a row heads
 * it unsaid, where others of its column do not head columns.
 *
 * Text holds no quotation mark and no `<` that is not escaped, so `="` is that of an attribute, and a tag is a tag; text
 * that was trusted must hold none of these tags.
 */
export function terse(text: string): string {
  return text
    .replace(/="([\w#.-]+)"(?=[ >])/g, '=$1')
    .replace(ended, '')
    .replace(paragraph, '')
    .replace(/<use ([^<>]*)><\/use>/g, '<use $1 />')
    .replaceAll('<th scope=row>', '<th>')
    .replaceAll('&gt;', '>');
}
