/**
 * The faults that can be planted, an operator a row: what it is called, what it looks for in one line of code, and what
 * it puts there instead, as for String.replace. Sources are formatted: an operator with two sides has spaces round it.
 *
 * @typedef {{ name: string, pattern: RegExp, replacement: string | ((...groups: string[]) => string) }} Operator
 */

/** What stands between two parentheses that belong together. */
const inner = ['', '', '', ''].reduce((within) => `(?:[^()]|\\(${within}\\))*`, '[^()]*')

/** Where a statement may begin: a line, or after what it depends on. */
const begin = String.raw`(?<=^ +|\) |\belse |[;{] )`

/** Something with a value: a name, what belongs to it, what it is called with. */
const value = String.raw`[\w.:]+(?:\((?:[\w.,: ]|\(\))*\)|\[[^\][]*\])?`

/** A number as it is written: the next whole one, or twice one with a fraction. */
const otherNumber = (text) => (/^\d+$/.test(text) ? String(Number(text) + 1) : `2 * ${text}`)

/** @type {Operator[]} */
export const operators = [
  { name: '+ becomes -', pattern: / \+(?= |= )/, replacement: ' -' },
  { name: '- becomes +', pattern: / -(?= |= )/, replacement: ' +' },
  { name: 'minus sign dropped', pattern: /(?<=[(,=?:] ?|\breturn )-(?=[\w(])/, replacement: '' },
  { name: '* becomes /', pattern: /(?<=[\w)\]]) \*(?= |= )/, replacement: ' /' },
  { name: '/ becomes *', pattern: / \/(?= |= )/, replacement: ' *' },
  { name: 'term dropped', pattern: new RegExp(String.raw` [-+] ${value}(?=[;,)\]])`), replacement: '' },
  { name: 'factor dropped', pattern: new RegExp(String.raw` [*/] ${value}(?=[;,)\]]| [-+])`), replacement: '' },
  { name: 'next place', pattern: /\[(std::size_t\(\w+\)|\w+(?: [-+] \w+)?)\](?! ?[({])/, replacement: '[$1 + 1]' },
  { name: 'next column', pattern: /\b(at|col|row)\((\w+)\)/, replacement: '$1($2 + 1)' },
  { name: 'one further', pattern: /\b\w+ \+ \w+(?=[\]),;])/, replacement: '$& + 1' },
  { name: '< becomes <=', pattern: / < /, replacement: ' <= ' },
  { name: '<= becomes <', pattern: / <= /, replacement: ' < ' },
  { name: '> becomes >=', pattern: / > /, replacement: ' >= ' },
  { name: '>= becomes >', pattern: / >= /, replacement: ' > ' },
  {
    name: 'comparison swapped',
    pattern: / ([<>])(=?) /,
    replacement: (_, sign, equal) => ` ${sign === '<' ? '>' : '<'}${equal} `,
  },
  { name: '== becomes !=', pattern: / == /, replacement: ' != ' },
  { name: '!= becomes ==', pattern: / != /, replacement: ' == ' },
  { name: 'wrong constant', pattern: /(?<![\w.'])\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.'])/, replacement: otherNumber },
  { name: 'true becomes false', pattern: /\btrue\b/, replacement: 'false' },
  { name: 'false becomes true', pattern: /\bfalse\b/, replacement: 'true' },
  {
    name: 'condition negated',
    pattern: new RegExp(String.raw`\b(if|while) \((${inner})\)`),
    replacement: '$1 (!($2))',
  },
  { name: 'choice negated', pattern: /(?<=[=(,] |\breturn |\()(\w[\w.]*)(?= \? )/, replacement: '!$1' },
  { name: 'not dropped', pattern: /!(?=[\w(])/, replacement: '' },
  { name: '&& becomes ||', pattern: / && /, replacement: ' || ' },
  { name: '|| becomes &&', pattern: / \|\| /, replacement: ' && ' },
  {
    name: 'call dropped',
    pattern: new RegExp(String.raw`${begin}(?!(?:if|for|while|return|static_assert)\b)[\w.:>-]+\(${inner}\);`),
    replacement: ';',
  },
  {
    name: 'assignment dropped',
    pattern: new RegExp(
      String.raw`${begin}\*?[\w.>-]+(?:\[[^\][]*\]|\(${inner}\))? [-+*/]?= (?!default;|delete;)[^;]+;`,
    ),
    replacement: ';',
  },
  {
    name: 'arguments swapped',
    pattern: new RegExp(String.raw`\b(?!min\b|max\b|if\b|for\b)(\w+)\((${value}), (${value})(?=[,)])`),
    replacement: '$1($3, $2',
  },
  { name: 'min becomes max', pattern: /\bmin(?=[(<])/, replacement: 'max' },
  { name: 'max becomes min', pattern: /\bmax(?=[(<])/, replacement: 'min' },
  { name: 'counts the other way', pattern: /\+\+|--/, replacement: (sign) => (sign === '++' ? '--' : '++') },
  { name: 'rows become columns', pattern: /\brows\(\)/, replacement: 'cols()' },
  { name: 'columns become rows', pattern: /\bcols\(\)/, replacement: 'rows()' },
  { name: 'first becomes last', pattern: /\bfront\(\)/, replacement: 'back()' },
  { name: 'last becomes first', pattern: /\bback\(\)/, replacement: 'front()' },
]
