import { cHeaderFile } from './c-header.ts'
import { cppFile } from './cpp.ts'
import { historyFile, predictionsFile } from './csv.ts'
import type { Exported } from './exported.ts'
import type { ExportKind } from './file.ts'
import type { Wants } from './gather.ts'
import { javascriptFile } from './javascript.ts'
import { onnxFile } from './onnx/onnx.ts'
import { kerasFile } from './python/keras.ts'
import { notebookFile } from './python/notebook.ts'
import { numpyFile } from './python/numpy.ts'
import { pytorchFile } from './python/pytorch.ts'
import { safetensorsFile } from './safetensors.ts'
import { jsonOf } from './text/json.ts'

/** The kinds of file, as they are offered: what each is called and said of it stands in views/take/sentences.ts. */

export interface Kind {
  /** The file's name behind that of the data. */
  ending: string
  /** Its media type. */
  type: string
  /** Whether it is a program that is read, and worth copying. */
  isCode?: boolean
  /** What it holds that takes asking for. */
  wants?: Wants
  write(exported: Exported): string | Uint8Array
}

const python = 'text/x-python'

export const kinds = {
  notebook: {
    ending: '.ipynb',
    type: 'application/x-ipynb+json',
    wants: { first: true },
    write: (exported) => `${jsonOf(notebookFile(exported), 1)}\n`,
  },
  pytorch: { ending: '_pytorch.py', type: python, isCode: true, write: pytorchFile },
  keras: { ending: '_keras.py', type: python, isCode: true, write: kerasFile },
  numpy: { ending: '_numpy.py', type: python, isCode: true, write: numpyFile },
  javascript: { ending: '_network.mjs', type: 'text/javascript', isCode: true, write: javascriptFile },
  cpp: { ending: '.cpp', type: 'text/x-c++src', isCode: true, write: cppFile },
  cHeader: { ending: '.h', type: 'text/x-chdr', isCode: true, write: cHeaderFile },
  onnx: { ending: '.onnx', type: 'application/octet-stream', write: onnxFile },
  safetensors: { ending: '.safetensors', type: 'application/octet-stream', write: safetensorsFile },
  json: { ending: '.json', type: 'application/json', write: ({ state }) => `${jsonOf(state, 2)}\n` },
  history: { ending: '_history.csv', type: 'text/csv', write: historyFile },
  predictions: { ending: '_predictions.csv', type: 'text/csv', wants: { predictions: true }, write: predictionsFile },
} as const satisfies Record<ExportKind, Kind>
