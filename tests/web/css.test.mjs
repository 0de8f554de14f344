/** The style sheets: which classes a room's sheet may style. The rules themselves are in css.mjs. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { anchorsOf, complaints, selectorsOf } from './css.mjs'
import { filesOf, scripts as sources } from './sources.mjs'

const fromSrc = ({ name, text }) => ({ name: name.replace('web/src/', ''), text })
const sheets = (await filesOf('web/src', ['.css'])).map(fromSrc)
const scripts = sources.map(fromSrc)

test('a room styles what its own templates write, and whatever is styled is written', () => {
  assert.ok(sheets.length > 30)
  assert.ok(sheets.flatMap(({ text }) => selectorsOf(text)).length > 600)
  assert.deepEqual(complaints(sheets, scripts), [])
})

test('a decoration of text is written in longhands: Safari does not read a shorthand of several words', () => {
  const shorthands = sheets.flatMap(({ name, text }) =>
    [...text.matchAll(/\btext-decoration:([^;]*)/g)].map(([, value]) => `${name}:${value}`),
  )
  assert.deepEqual(
    shorthands.filter((shorthand) => /:\s*\S+\s+\S/.test(shorthand)),
    [],
  )
})

test('nested selectors are written out, conditions are not', () => {
  const css = '.a { color: red; .b, & > c { order: 1 } @media (x) { &.d { order: 2 } } } /* .e {} */ f { order: 3 }'
  assert.deepEqual(selectorsOf(css), ['.a', '.a .b', '.a > c', '.a.d', 'f'])
})

test('the anchor is the first class that must be there', () => {
  assert.deepEqual(anchorsOf('td .a:not(.b) .c'), ['a'])
  assert.deepEqual(anchorsOf(':is(.a:not(.b), .c).d'), ['a', 'c'])
  assert.deepEqual(anchorsOf('li:has(.a):nth-child(2n + 1) .b'), ['b'])
  assert.deepEqual(anchorsOf('.a:is(.b ~ .c *)'), ['a'])
  assert.deepEqual(anchorsOf('[href$=".png"] li'), [undefined])
})

/** What is said of the sheets of two rooms, whose templates write these classes. */
const said = (error, blame, { written = 'error chain', elsewhere = 'blame', shared = 'hint' } = {}) =>
  complaints(
    [
      { name: 'views/panels/error/error.css', text: error },
      { name: 'views/panels/blame/blame.css', text: blame },
      { name: 'views/parts/parts.css', text: '.hint { order: 1 }' },
    ],
    [
      { name: 'views/panels/error/error.ts', text: `html\`<p class="${written}">\`` },
      { name: 'views/panels/blame/blame.ts', text: `html\`<p class="${elsewhere}">\`` },
      { name: 'views/parts/parts.ts', text: `html\`<p class="${shared}">\`` },
    ],
  )

test('the rules notice what breaks them', () => {
  const rule = (selector) => `${selector} { order: 1 }`
  assert.deepEqual(said(rule('.error .chain, .error .hint'), rule('.blame:hover .hint')), [])
  const both = { elsewhere: 'blame error' }
  assert.deepEqual(said(rule('.error'), rule('.error .blame'), both), [
    'views/panels/error/error.css: .error is the anchor of rules in views/panels/blame, too',
    'views/panels/error/error.css: .error is written by views/panels/blame/blame.ts, too',
    'views/panels/blame/blame.css: .error is the anchor of rules in views/panels/error, too',
    'views/panels/blame/blame.css: .error is written by views/panels/error/error.ts, too',
    'views/panels/blame/blame.css: .error belongs beneath a class with the name of blame',
  ])
  assert.match(said(rule('.hint'), '')[0], /error\.css: \.hint is the anchor of rules in views\/parts, too/)
  assert.match(
    said(rule('.error'), '', { written: '' })[0],
    /\.error is written by no template of views\/panels\/error/,
  )
  assert.match(said(rule('.error'), '', { written: `\${isError ? 'chain' : 0}` })[0], /written by no template/)
  assert.match(said(rule('.chain'), '')[0], /\.chain belongs beneath a class with the name of error/)
  assert.match(said(rule('.error .blame'), '')[0], /error\.css: nobody writes \.blame/)
  assert.match(said(rule('.error:not(.gone)'), '')[0], /nobody writes \.gone/)
  assert.match(said(rule('p'), '')[0], /a rule without a class acts on the whole page/)
  assert.match(said('', '', { shared: '' })[0], /parts\.css: nobody writes \.hint/)
  assert.match(said(`.error {}\n/* ${'a'.repeat(100)} */`, '')[0], /error\.css: line 2 is too long/)
})

test('a class is written in an attribute, as a name or a list, whole or with its end computed', () => {
  const saidWith = (text) =>
    complaints(
      [{ name: 'views/panels/error/error.css', text: '.error { order: 1 }' }],
      [{ name: 'views/panels/error/error.ts', text }],
    )
  for (const text of [
    `html\`<p class="a \${f({ b })} error">\``,
    `html\`<p class=\${a ? 'error' : ''}>\``,
    "p.className = 'error'",
    "p.classList.add('a', 'error')",
    "const kind = 'error'",
    `const kind = \`error \${way}\``,
  ])
    assert.deepEqual(saidWith(text), [], text)
  for (const text of ["say(text('error'))", "// p.className = 'error'", 'const error = 1'])
    assert.equal(saidWith(text).length, 2, text)
})
