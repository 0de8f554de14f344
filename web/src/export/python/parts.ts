import type { Cell, Exported, ExportedLayer, ExportedRows } from '../exported.ts'
import { inCode, listed } from '../text/numbers.ts'
import { inComment, inPython } from '../text/quoted.ts'

/** What all files of Python have in common: the rows' columns, their preparation, and lists of numbers. */

export const comment = (lines: string[]) => lines.map((line) => `# ${inComment(line)}`.trimEnd()).join('\n')

export const list = (values: ArrayLike<number>) => `[${listed(values)}]`

const cellIn = (cell: Cell) => (cell === null ? 'None' : typeof cell === 'number' ? inCode(cell) : inPython(cell))

/** Rows of cells or numbers, a row a line. */
export const rowsIn = (rows: Cell[][]) =>
  rows.length ? `[\n${rows.map((row) => `    [${row.map(cellIn).join(', ')}],`).join('\n')}\n]` : '[]'

export const matrixIn = (rows: number[][], indent = '') =>
  `[\n${rows.map((row) => `${indent}    [${listed(row, `${indent}     `)}],`).join('\n')}\n${indent}]`

/** Rows and what is to be predicted, under two names. */
export const dataIn = (name: string, { rows, targets }: ExportedRows) =>
  `${name}_ROWS = ${rowsIn(rows)}\n${name}_TARGETS = ${rowsIn(targets)}`

/** The columns of a row, and what the network sees of them, as numbers of NumPy. */
export function preparation({ columns, inputs, derived, inputScale }: Exported): string {
  return `# A row's columns: name, unit, levels of a category (None = a number), what stands for None (None = nothing may be missing).
COLUMNS = [
${columns.map((column) => `    (${inPython(column.name)}, ${inPython(column.unit)}, ${levelsIn(column.levels)}, ${column.fill === null ? 'None' : inCode(column.fill)}),`).join('\n')}
]
# What the network sees: the number in a column, or 1 where it holds the level of that place (or is missing) and 0 elsewhere.
INPUTS = [${inputs.map(({ column, level }) => `(${column}, ${level === 'missing' ? '"missing"' : (level ?? 'None')})`).join(', ')}]
${derived.length ? `# What is made of these, and stands behind them: whether it is the sine of pi times their product, and their places.\nDERIVED = [${derived.map(({ isSine, factors }) => `(${isSine ? 'True' : 'False'}, [${factors.join(', ')}])`).join(', ')}]\n` : ''}${inputScale ? `MEAN = np.array(${list(inputScale.mean)})\nDEVIATION = np.array(${list(inputScale.deviation)})\n` : ''}

def seen(row, column, level):
    """What an input sees of a row."""
    name, unit, levels, fill = COLUMNS[column]
    value = row[column]
    if value is None and fill is None:
        raise ValueError(f"{name}: must not be missing")
    if level == "missing":
        return float(value is None)
    if levels is None:
        return float(fill if value is None else value)
    if value is not None and value not in levels:
        raise ValueError(f"{name}: must be one of {levels}, got {value!r}")
    return float(value == levels[level])

${derived.length ? derivation : ''}
def prepare(rows):
    """Rows in the units above, as the network sees them."""
    for row in rows:
        if len(row) != len(COLUMNS):
            raise ValueError(f"a row must hold {len(COLUMNS)} values, got {len(row)}")
    X = np.array([[seen(row, *one) for one in INPUTS] for row in rows], dtype=np.float64).reshape(len(rows), len(INPUTS))
${derived.length ? '    X = np.column_stack([X] + [made_of(X, *one) for one in DERIVED])\n' : ''}    return ${inputScale ? '(X - MEAN) / DEVIATION' : 'X'}`
}

const derivation = `
def made_of(X, is_sine, factors):
    """The product of some columns, or the sine of pi times it."""
    product = X[:, factors].prod(axis=1)
    return np.sin(np.pi * (product - 2 * np.round(product / 2))) if is_sine else product

`

const levelsIn = (levels: string[]) => (levels.length > 0 ? `[${levels.map(inPython).join(', ')}]` : 'None')

/** Mean and deviation of the targets; '' where they are as they are. */
export const targetScaleIn = ({ targetScale }: Exported) =>
  targetScale
    ? `TARGET_MEAN = np.array(${list(targetScale.mean)})\nTARGET_DEVIATION = np.array(${list(targetScale.deviation)})\n`
    : ''

/** An array of outputs, in the target's unit. */
export const inTargetUnit = ({ targetScale }: Exported, outputs: string) =>
  targetScale ? `${outputs} * TARGET_DEVIATION + TARGET_MEAN` : outputs

/** Which neurons of a layer pass on 0. */
export const hasMuted = ({ layers }: Exported) => layers.some(({ muted }) => muted.length > 0)

export const mutedIn = (layers: ExportedLayer[]) => `[${layers.map(({ muted }) => `[${muted.join(', ')}]`).join(', ')}]`

/** How near is near enough: to the last few digits, in the precision of the page. */
export const toleranceOf = ({ precision }: Exported) => (precision === 'float32' ? '1e-4' : '1e-9')

/** Rows, what the page predicts for them, and a function that compares. It calls predict(rows). */
export const selfCheck = (exported: Exported) => `CHECK_ROWS = ${rowsIn(exported.check.rows)}
# What the page predicts for them.
CHECK_OUTPUTS = np.array(${matrixIn(exported.check.outputs)})


def check():
    """Prints whether this code agrees with the page."""
    difference = np.max(np.abs(predict(CHECK_ROWS) - CHECK_OUTPUTS) / np.maximum(1, np.abs(CHECK_OUTPUTS)))
    verdict = "agrees" if difference <= ${toleranceOf(exported)} else "does NOT agree"
    print(f"This network {verdict} with the page: the largest difference is {difference:.3g}.")`
