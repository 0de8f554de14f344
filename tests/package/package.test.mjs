import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build as esbuild } from 'esbuild'
import { openSite } from '../browser/page.mjs'

/**
 * The npm package as its users have it: packed, installed elsewhere, imported in Node, built by three bundlers, typed.
 */

const here = fileURLToPath(new URL('.', import.meta.url))
const site = fileURLToPath(new URL('../../build/site', import.meta.url))

const run = (program, args, cwd) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stderr}`)
  return stdout
}
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund']
if (!existsSync(join(here, 'node_modules'))) run('npm', ['ci', ...quietly], here)

const project = await mkdtemp(join(tmpdir(), 'glassbox-user-'))
after(() => rm(project, { recursive: true }))
const [packed] = JSON.parse(run('npm', ['pack', site, '--json', '--pack-destination', project], here))
await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }')
run('npm', ['install', ...quietly, '--offline', join(project, packed.filename)], project)
const installed = join(project, 'node_modules/glassbox')

test('the package holds what is imported or served, and nothing else', (t) => {
  t.diagnostic(`${packed.size} bytes packed, ${packed.unpackedSize} unpacked, ${packed.files.length} files`)
  const allowed =
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|licences\.txt|custom-elements\.json|embed\.html|page\.css|favicon\.svg|schema\/state\.v1\.json|v1\/[\w.-]+\.(m?js|d\.ts|css|wasm|woff2)|v1\/data\/[\w-]+\.json)$/
  for (const { path } of packed.files) assert.match(path, allowed)
})

test('in Node, importing the elements does nothing, and the engine learns XOR', async () => {
  const script = `
    import 'glassbox'
    import 'glassbox/anywidget'
    import 'glassbox/host'
    import { loadEngine } from 'glassbox/engine'
    const engine = await loadEngine()
    const trainer = engine.createTrainer({
      inputs: 2, layers: [{ units: 4, activation: 'tanh' }, { units: 1, activation: 'sigmoid' }],
      cost: 'binaryCrossEntropy', optimizer: 'adam', learningRate: 0.05, batchSize: 0, seed: 1
    })
    trainer.setData([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    trainer.epoch(500)
    console.log(trainer.accuracy(), typeof globalThis.customElements)`
  await writeFile(join(project, 'xor.mjs'), script)
  assert.equal(run(process.execPath, ['xor.mjs'], project).trim(), '1 undefined')
})

/** Has TypeScript look at the consumer, or at what is written in its place. @returns what it has to say */
async function typeChecked(options, source) {
  await cp(join(here, 'consumer.ts'), join(project, 'consumer.ts'))
  if (source) await writeFile(join(project, 'consumer.ts'), source)
  const compilerOptions = { target: 'es2022', strict: true, noEmit: true, types: [], ...options }
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
  return spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' }).stdout
}
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

for (const moduleResolution of ['bundler', 'nodenext'])
  test(`TypeScript takes what is right and refuses what is wrong, with module resolution ${moduleResolution}`, async () => {
    const isNode = moduleResolution === 'nodenext'
    // Once with the declarations themselves looked at, which takes seconds.
    const options = { module: isNode ? 'nodenext' : 'esnext', moduleResolution, skipLibCheck: !isNode }
    assert.equal(await typeChecked(options), '')
  })

test('TypeScript says what is wrong', async () => {
  const wrong = "import 'glassbox'\ndocument.createElement('glassbox-playground').step('ten')\n"
  const said = await typeChecked({ module: 'nodenext', skipLibCheck: true }, wrong)
  assert.match(said, /\bconsumer\.ts\(2,\d+\): error TS2345: .*'string'.*'number'/)
})

test('the manifest of the elements is where the package says, and in the form that it says', async () => {
  const require = createRequire(join(here, 'package.json'))
  const { customElements } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  const manifest = JSON.parse(await readFile(join(installed, customElements), 'utf8'))
  const validator = new (require('ajv').default)({ allErrors: true, strict: false })
  const isValid = validator.validate(require('custom-elements-manifest/schema.json'), manifest)
  assert.ok(isValid, JSON.stringify(validator.errors, null, 1))
  assert.equal(manifest.modules[0].declarations.length, 7)
})

const body = '<glassbox-playground state="data=iris"></glassbox-playground><glassbox-value of="cost">–</glassbox-value>'
const pageWith = (script) =>
  `<!doctype html><html lang="en"><title>Built</title><link rel="icon" href="data:,">${body}${script}</html>`

async function runWebpack(options) {
  const webpack = createRequire(join(here, 'package.json'))('webpack')
  const stats = await new Promise((resolve, reject) =>
    webpack({ mode: 'production', context: project, ...options }, (error, done) =>
      error ? reject(error) : resolve(done),
    ),
  )
  assert.ok(!stats.hasErrors(), stats.toString({ all: false, errors: true }))
}

/** How each builds main.js into a folder. */
const bundlers = {
  async vite(folder) {
    const { build } = await import(`file://${here}node_modules/vite/dist/node/index.js`)
    await writeFile(join(project, 'index.html'), pageWith('<script type="module" src="/main.js"></script>'))
    await build({ root: project, logLevel: 'error', build: { outDir: folder } })
  },
  async webpack(folder) {
    await runWebpack({ entry: './main.js', output: { path: folder } })
    await writeFile(join(folder, 'index.html'), pageWith('<script src="main.js"></script>'))
  },
  async esbuild(folder) {
    await esbuild({ absWorkingDir: project, entryPoints: ['main.js'], bundle: true, format: 'esm', outdir: folder })
    await cp(join(installed, 'v1'), folder, { recursive: true }) // as the package's README says
    await writeFile(join(folder, 'index.html'), pageWith('<script type="module" src="main.js"></script>'))
  },
}

test('the style sheet is not left out of what is built as something that nobody uses', async () => {
  await writeFile(join(project, 'styles.js'), "import 'glassbox/glassbox.css'\n")
  const folder = join(project, 'of-styles')
  await runWebpack({ entry: './styles.js', output: { path: folder }, experiments: { css: true } })
  assert.match(await readFile(join(folder, 'main.css'), 'utf8'), /glassbox-figure/)
})

await writeFile(join(project, 'main.js'), "import 'glassbox'\n")
for (const [name, build] of Object.entries(bundlers)) {
  test(`a page that ${name} builds of it trains on a shipped table, and nothing is missing`, async () => {
    const folder = join(project, `of-${name}`)
    await mkdir(folder)
    await build(folder)
    const built = await openSite(folder)
    const { page, faults, close } = await built.visit('')
    try {
      const step = await page.evaluate(async () => {
        await customElements.whenDefined('glassbox-playground')
        const playground = document.querySelector('glassbox-playground')
        await playground.ready
        await playground.step(3)
        return playground.frame().step
      })
      assert.equal(step, 3)
      await page.waitForFunction(() =>
        /\d/.test(document.querySelector('glassbox-value').shadowRoot?.textContent ?? ''),
      )
      assert.deepEqual(faults, [])
    } finally {
      await close()
      await built.close()
    }
  })
}
