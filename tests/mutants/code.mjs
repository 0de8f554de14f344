/** What of a source is not code. */
const others = /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|^[ \t]*#.*/gm

/** A list of template parameters or arguments without another one in it; comparisons have spaces round them. */
const templateList = /(?<=\w|\]|\btemplate )<[^<>;{}\n]*>/g

const blank = (text) => text.replace(/[^\n]/g, ' ')

/**
 * A C++ source of which only code is left that may change: comments, strings, directives and template lists are blanks,
 * and all else stands where it stood.
 * @param {string} text
 */
export function codeOf(text) {
  let code = text.replace(others, blank)
  for (let before = ''; code !== before; ) {
    before = code
    code = code.replace(templateList, blank)
  }
  return code
}
