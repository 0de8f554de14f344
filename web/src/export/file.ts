/** What a network can be exported as. */
export type ExportKind =
  | 'notebook'
  | 'pytorch'
  | 'keras'
  | 'numpy'
  | 'javascript'
  | 'cpp'
  | 'cHeader'
  | 'onnx'
  | 'safetensors'
  | 'json'
  | 'history'
  | 'predictions'

/** A file that is ready to be saved. */
export interface ExportedFile {
  /** Such as penguins_pytorch.py. */
  name: string
  /** Its media type. */
  type: string
  /** Of code, JSON and CSV. */
  text?: string
  /** Of the others. */
  bytes?: Uint8Array
}
