import { catalogue } from '../text/text.ts'

export const sentences = catalogue('session', {
  here: 'This page allows no worker, so the network is trained on the page’s own thread: more slowly, and a large network may make the page wait.',
  policy:
    'The Content-Security-Policy of this page must allow WebAssembly: its script-src needs wasm-unsafe-eval. {message}',
})
