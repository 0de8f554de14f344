import assert from 'node:assert/strict'
import test from 'node:test'
import { frameAddress, kinds, siteOf } from './kinds.ts'
import { sentences } from './sentences.ts'

const site = 'https://example.org/glassbox/'
const shared = {
  site,
  link: 'data=xor&layers=2.tanh-1.sigmoid',
  parts: 'graph player',
  panel: 'neuron',
  title: 'Neural network: Exclusive or',
  height: 800,
}

test('each kind of page has its words, and a snippet with the address of the site and the network', () => {
  for (const [name, snippet] of Object.entries(kinds)) {
    assert.ok(sentences[name] && sentences[`${name}About`], name)
    const text = snippet(shared).replaceAll('&amp;', '&')
    assert.ok(text.includes(site) && text.includes(shared.link), `${name}: ${text}`)
  }
})

test('the address of a frame says the state, then what is shown; a fragment stays at its end', () => {
  assert.equal(frameAddress(shared), `${site}embed.html?${shared.link}&parts=graph+player`)
  assert.equal(frameAddress({ ...shared, parts: '' }), `${site}embed.html?${shared.link}`)
  assert.equal(
    frameAddress({ site, link: 'data=xor#weights=AAAA', parts: 'graph' }, 'theme=light'),
    `${site}embed.html?data=xor&parts=graph&theme=light#weights=AAAA`,
  )
})

test('what readers have named cannot end an attribute, a string or a link', () => {
  const title = `</iframe><script>"x'](y)\\`
  for (const name of ['frame', 'slides', 'course']) {
    const text = kinds[name]({ ...shared, title, link: `rows=a"b<c` })
    assert.doesNotMatch(text, /<script|="[^"]*<|a"b/, name)
  }
  assert.match(kinds.markdown({ ...shared, title }), /\n\[[^\n]*\\\]\(y\)\\\\\]\(https:\S+\)$/)
  const python = kinds.notebook({ ...shared, link: `a='b\\` })
  assert.match(python, /\(\S*a=\\'b\\\\&parts=graph\+player', width/)
})

test('a frame on a slide is no higher than the slide', () => {
  assert.match(kinds.slides({ ...shared, height: 1250 }), /height="640"/)
  assert.match(kinds.slides({ ...shared, height: 500 }), /height="500"/)
})

test('the site is where our script lies, and nowhere where others have bundled it', () => {
  assert.equal(siteOf(`${site}v1/glassbox.single.js`), site)
  assert.equal(siteOf('https://example.org/assets/glassbox.single-a1b2.js'), '')
  assert.equal(siteOf('file:///home/node_modules/glassbox/v1/glassbox.single.js'), '')
})
