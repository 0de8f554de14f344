/** Of PapaParse what is used here. */
declare module 'papaparse' {
  namespace Papa {
    interface ParseError {
      type: string
      code: string
      message: string
      row?: number
    }
  }
  const Papa: {
    parse<Row>(
      text: string,
      options: { delimiter: string; newline: string },
    ): { data: Row[]; errors: Papa.ParseError[] }
  }
  export default Papa
}
