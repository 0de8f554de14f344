import { texts } from '../../text/text.ts'
import { aboutLines } from '../about.ts'
import type { Exported } from '../exported.ts'
import { sentences } from '../sentences.ts'
import { inMarkdown, inPython } from '../text/quoted.ts'
import { dataIn, list, selfCheck } from './parts.ts'
import { dataPart, imports, loadPart, networkPart, trainingPart, weightsIn } from './pytorch.ts'

const text = texts(sentences)

/** A Jupyter notebook (nbformat 4.5) that rebuilds the network in PyTorch, trains it and draws what comes of it. */

/** Its cells, from the top. */
export function notebookFile(exported: Exported): object {
  const cells = [
    markdown([
      `# ${inMarkdown(exported.title)}`,
      ...aboutLines(exported, ['otherDraws'], { missing: 'None' }).map(inMarkdown),
    ]),
    markdown([inMarkdown(text('notebook')), inMarkdown(text(exported.first ? 'startsFirst' : 'startsNew'))]),
    heading('cellData'),
    code(`${imports}\nimport matplotlib.pyplot as plt\n\n${dataPart(exported)}`),
    code(`${dataIn('TRAINING', exported.train)}\n\n${dataIn('TEST', exported.test)}`),
    heading('cellNetwork'),
    code(`${networkPart(exported)}\n\n\n${loadPart}`),
    heading('cellTraining'),
    code(trainingPart(exported)),
    code(beginning(exported)),
    code(training(exported)),
    heading('cellPlots'),
    code(curves(exported)),
    code(predictions(exported)),
    heading('cellPage'),
    code(`# Of each layer: its weights (a row a neuron), its bias.\n${weightsIn('PARAMETERS', exported.layers)}`),
    code(`load(model, PARAMETERS)\n\n${selfCheck(exported)}\n\n\ncheck()`),
  ]
  return {
    cells: cells.map((cell, i) => ({ id: `cell-${i + 1}`, ...cell })),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  }
}

const markdown = (paragraphs: string[]) => ({ cell_type: 'markdown', metadata: {}, source: paragraphs.join('\n\n') })

const heading = (name: 'cellData' | 'cellNetwork' | 'cellTraining' | 'cellPlots' | 'cellPage') =>
  markdown([`## ${inMarkdown(text(name))}`])

const code = (source: string) => ({
  cell_type: 'code',
  metadata: {},
  execution_count: null,
  outputs: [],
  source: source.trim(),
})

function beginning({ first }: Exported) {
  if (!first) return 'model = Network()\nbegin_anew(model)'
  return `# The weights that the page began with.
${weightsIn('FIRST', first)}

model = Network()
load(model, FIRST)`
}

/** As many passes as on the page, at least one. */
function training({ epoch, precision }: Exported) {
  return `X, Y = torch.tensor(prepare(TRAINING_ROWS), dtype=DTYPE), targets(TRAINING_TARGETS)
test_X, test_Y = torch.tensor(prepare(TEST_ROWS), dtype=DTYPE), targets(TEST_TARGETS).reshape(len(TEST_ROWS), Y.shape[1])
EPOCHS = ${Math.max(1, Math.round(epoch))}

steps, costs, test_costs = [], [], []


def note():
    """Keeps the costs of every so many steps."""
    note.step += 1
    if note.step % note.gap == 0:
        with torch.no_grad():
            steps.append(note.step)
            costs.append(cost(model, X, Y).item())
            test_costs.append(cost(model, test_X, test_Y).item() if len(test_X) else float("nan"))


note.step = 0
note.gap = max(1, EPOCHS // 500)
train(model, X, Y, EPOCHS, after_step=note)
print(f"after {note.step} steps: cost {cost(model, X, Y).item():.${precision === 'float32' ? 6 : 12}g}")`
}

function curves({ history, test }: Exported) {
  const isTested = test.rows.length > 0
  return `# What the page has noted of its own training.
PAGE_STEPS = ${list(history.step)}
PAGE_COSTS = ${list(history.cost).replace(/NaN|-?Infinity/g, 'float("nan")')}

plt.plot(steps, costs, label=${inPython(text('trainCost'))})
${isTested ? `plt.plot(steps, test_costs, label=${inPython(text('testCost'))})\n` : ''}plt.plot(PAGE_STEPS, PAGE_COSTS, "--", label=${inPython(text('pageCost'))})
plt.xlabel(${inPython(text('stepAxis'))})
plt.legend()
plt.show()`
}

/** What is drawn of predictions: a map of two features, a confusion, or predicted over actual. */
function predictions(exported: Exported) {
  const { columns, task } = exported
  const isPlane = columns.length === 2 && columns.every(({ levels }) => levels.length === 0)
  if (isPlane) return plane(exported)
  return task === 'regression' ? against : confusion(exported)
}

const plane = ({ columns, task }: Exported) => `at = np.array(TRAINING_ROWS, dtype=np.float64)
low, high = at.min(axis=0), at.max(axis=0)
x, y = np.meshgrid(np.linspace(low[0], high[0], 120), np.linspace(low[1], high[1], 120))
outputs = predict(np.stack([x.ravel(), y.ravel()], axis=1).tolist())
actual = np.array(TRAINING_TARGETS)
${task === 'classes' ? 'surface, colours = outputs.argmax(axis=1), actual.argmax(axis=1)' : 'surface, colours = outputs[:, 0], actual[:, 0]'}
plt.contourf(x, y, surface.reshape(x.shape), levels=20, alpha=0.6)
plt.scatter(at[:, 0], at[:, 1], c=colours, edgecolors="k", s=14)
plt.xlabel(${inPython(columns[0].name)})
plt.ylabel(${inPython(columns[1].name)})
plt.show()`

const against = `outputs, actual = predict(TRAINING_ROWS), np.array(TRAINING_TARGETS)
plt.scatter(actual[:, 0], outputs[:, 0], s=14)
plt.plot([actual.min(), actual.max()], [actual.min(), actual.max()], "k:")
plt.xlabel("actual")
plt.ylabel("predicted")
plt.show()`

const confusion = ({ classes, task }: Exported) => `CLASSES = [${classes.map(inPython).join(', ')}]
outputs, actual = predict(TRAINING_ROWS), np.array(TRAINING_TARGETS)
${task === 'binary' ? 'guessed, true = (outputs[:, 0] > 0.5).astype(int), actual[:, 0].astype(int)' : 'guessed, true = outputs.argmax(axis=1), actual.argmax(axis=1)'}
counts = np.zeros((len(CLASSES), len(CLASSES)), dtype=int)
np.add.at(counts, (true, guessed), 1)
plt.imshow(counts, cmap="Blues")
plt.xticks(range(len(CLASSES)), CLASSES)
plt.yticks(range(len(CLASSES)), CLASSES)
plt.xlabel("predicted")
plt.ylabel("actual")
plt.show()`
