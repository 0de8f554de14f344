import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readme, snippetsOf, unknownSnippets } from '../readme.mjs'

const at = (path) => new URL(`../../${path}`, import.meta.url)
const text = (path) => readFileSync(at(path), 'utf8')
/** What tells people of the project. */
const told = readme + text('CONTRIBUTING.md')

test('every snippet of the README is of a kind that a test runs', () => {
  assert.deepEqual(unknownSnippets, [])
  for (const kind of ['script', 'markup', 'shell', 'rooms']) assert.ok(snippetsOf(kind).length > 0, kind)
})

test('every ./dev command that people are told of is one that ./dev knows and tells of', () => {
  const dev = text('dev')
  const commands = new Set([...told.matchAll(/\.\/dev ([a-z]+)/g)].map(([, command]) => command))
  assert.ok(commands.size >= 5)
  for (const command of commands) {
    assert.match(dev, new RegExp(`^  ${command} `, 'm'), `./dev says what ${command} does`)
    assert.match(dev, new RegExp(`^  ${command}\\)`, 'm'), `./dev does ${command}`)
  }
})

test('every preset that the README names is there', () => {
  const presets = JSON.parse(text('CMakePresets.json')).configurePresets.map(({ name }) => name)
  for (const [, name] of readme.matchAll(/--preset[ =]([a-z]+)/g)) assert.ok(presets.includes(name), name)
})

test('every room and file that people are told of is there', () => {
  let parent = ''
  for (const line of snippetsOf('rooms').join('').split('\n')) {
    const [, indent, room] = /^( *)([\w./-]+\/) /.exec(line) ?? []
    if (!room) continue
    if (indent === '') parent = room
    assert.ok(existsSync(at(indent === '' ? room : `${parent}${room}`)), `${parent}${room}`)
  }
  for (const [, path] of told.matchAll(/`((?:engine|web|tests|bindings)\/[\w./-]+)`/g)) {
    if (!path.includes('NAME')) assert.ok(existsSync(at(path)), path)
  }
})
