/**
 * One row of a table in JavaScript, alone in its process.
 *
 *     node row.mjs NET KEY=VALUE...      NET: a module, see measure-net.mjs; keys as in native.cpp
 *
 * Prints what is measured as a JSON object.
 */
import { pathToFileURL } from 'node:url'
import { measureNet } from './measure-net.mjs'
import { processorClock } from './processor-clock.mjs'
import { readKeys } from './workloads.mjs'

const [, , path, ...keys] = process.argv
const { createNet } = await import(pathToFileURL(path).href)
console.log(JSON.stringify(await measureNet(createNet, readKeys(keys), processorClock)))
process.exit() // some libraries keep workers waiting
