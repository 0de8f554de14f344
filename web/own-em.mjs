/**
 * In the style sheets under src a `rem` is the element's own: the size of the reader's text, as it is where the element
 * stands (`--glassbox-em`, see src/element/tokens.css). The root that CSS means by it belongs to the page around us, and
 * pages set it to 62.5 % or 200 %.
 * @param {string} css
 */
export const ownEm = (css) =>
  css
    .replace(/@container[^{]*/g, (condition) => condition.replace(/(\d)rem\b/g, '$1em')) // of the container's own text
    .replace(
      /(@media[^{]*)|(-?[\d.]+)rem\b/g, // a media query goes by the reader's size anyway
      (_, condition, number) => condition ?? `calc(${number} * var(--glassbox-em))`,
    )
