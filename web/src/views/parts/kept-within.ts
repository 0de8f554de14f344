/** Style sheets for views in a document of somebody else's: they act within our views, and on nothing of the guest's. */

const view = '.session-element'
const within = `:where(${view}, ${view} *)`
/** A view that stands in no other. */
const outermost = `${view}:where(:not(${view} *))`

const sheets: Map<string, CSSStyleSheet> = new Map()

/** The one sheet of a text. What it says of a playground, the host, holds for each view that stands in no other. */
export function sheetWithin(css: string): CSSStyleSheet {
  const sheet = sheets.get(css) ?? new CSSStyleSheet()
  if (!sheets.has(css)) {
    sheet.replaceSync(css)
    keepWithin(sheet.cssRules)
  }
  sheets.set(css, sheet)
  return sheet
}

/** Rules within a rule of ours stand beneath it already. */
function keepWithin(rules: CSSRuleList) {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) rule.selectorText = selectorsIn(rule.selectorText).map(keptWithin).join(', ')
    else if (rule instanceof CSSGroupingRule) keepWithin(rule.cssRules)
  }
}

function keptWithin(selector: string) {
  const host = /^:host(?:\((.*)\))?/.exec(selector)
  return host ? selector.replace(host[0], outermost + (host[1] ?? '')) : selector.replace(/(?=::|$)/, within)
}

/** The selectors of a list: commas within brackets part none. */
function selectorsIn(list: string): string[] {
  const found = ['']
  let depth = 0
  for (const letter of list) {
    depth += Number(letter === '(') - Number(letter === ')')
    if (letter === ',' && depth === 0) found.push('')
    else found[found.length - 1] += letter
  }
  return found.map((selector) => selector.trim())
}
