import { gzipSync } from 'node:zlib'

/**
 * Files that somebody may drop by mistake, or send to do harm, and what each must lead to: `refused`, the code of why it
 * cannot be read; `mistakes`, the codes of what stands in the way of its use; `problem`, what does once it is read; or
 * `names`, where it is a table after all. `bytes` makes the file: a text in UTF-8, or bytes.
 *
 * @typedef {{ what: string, bytes: () => string | Uint8Array, refused?: string, mistakes?: string[], problem?: string,
 *   names?: string[], notes?: string[] }} Broken
 */

const good = 'a,b,kind\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n'
const many = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('\n')
const utf16 = (text, isBig = false, withMark = true) => {
  const bytes = Buffer.from((withMark ? '\uFEFF' : '') + text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
const begins = (...start) => Uint8Array.from([...start, ...Array(200).fill(7)])

/** @type {Broken[]} */
export const brokenTables = [
  { what: 'nothing', bytes: () => '', refused: 'empty' },
  { what: 'spaces and ends of lines', bytes: () => '  \n\t\n \n', refused: 'empty' },
  { what: 'commas alone', bytes: () => ',,,\n,,,\n', refused: 'empty' },
  { what: 'a mark of UTF-8 and nothing else', bytes: () => '\uFEFF', refused: 'empty' },
  { what: 'names and no rows', bytes: () => 'a,b,c\n', refused: 'headerOnly' },
  { what: 'one word', bytes: () => 'hello', refused: 'oneColumn' },
  { what: 'prose', bytes: () => 'Dear all\nplease find attached\nthe table\n', refused: 'oneColumn' },
  { what: 'one column', bytes: () => 'a\n1\n2\n3\n', refused: 'oneColumn' },
  {
    what: 'a web page',
    bytes: () => '<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table></html>',
    refused: 'webPage',
  },
  { what: 'an XML file', bytes: () => '<?xml version="1.0"?><rows/>', refused: 'webPage' },
  { what: 'an Excel file', bytes: () => begins(0x50, 0x4b, 3, 4), refused: 'spreadsheet' },
  { what: 'an old Excel file', bytes: () => begins(0xd0, 0xcf, 0x11, 0xe0), refused: 'spreadsheet' },
  { what: 'a packed file', bytes: () => new Uint8Array(gzipSync(good)), refused: 'packed' },
  { what: 'a PDF', bytes: () => '%PDF-1.7\n%....', refused: 'notATable' },
  { what: 'a picture', bytes: () => begins(0x89, 0x50, 0x4e, 0x47), refused: 'notATable' },
  { what: 'a photograph', bytes: () => begins(0xff, 0xd8, 0xff, 0xe0), refused: 'notATable' },
  { what: 'any bytes', bytes: () => Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256), refused: 'binary' },
  { what: 'zeros', bytes: () => new Uint8Array(1000), refused: 'binary' },
  { what: 'a table with a zero in it', bytes: () => good.replace('4', '\0'), refused: 'binary' },
  { what: 'UTF-32', bytes: () => Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), refused: 'encoding' },
  { what: 'UTF-16 cut within a letter', bytes: () => utf16(good).subarray(0, -1), refused: 'encoding' },
  { what: 'UTF-16 of the other kind', bytes: () => utf16(good, true), names: ['a', 'b', 'kind'], notes: ['encoding'] },
  {
    what: 'UTF-16 without a mark',
    bytes: () => utf16(good, false, false),
    names: ['a', 'b', 'kind'],
    notes: ['encoding'],
  },
  {
    what: 'latin-1',
    bytes: () => Buffer.from('größe,art\n1,süß\n2,süß\n3,groß\n', 'latin1'),
    names: ['größe', 'art'],
    notes: ['encoding'],
  },
  {
    what: 'an encoding of the East',
    bytes: () => Uint8Array.from([0x61, 0x2c, 0x8f, 0x81, 0x0a, 0x31, 0x2c, 0x32, 0x0a]),
    refused: 'unknownEncoding',
  },
  {
    what: 'letters that were lost before',
    bytes: () => 'gr\uFFFD\uFFFDe,kind\n1,a\n2,b\n3,a\n',
    names: ['gr\uFFFD\uFFFDe', 'kind'],
    notes: ['lostLetters'],
  },
  { what: 'more than 5 MB', bytes: () => `a,b\n${'1,2\n'.repeat(1_400_000)}`, refused: 'tooLarge' },
  { what: '5 MB of quotes', bytes: () => '"'.repeat(5 * 1024 * 1024 - 1), refused: 'longLine' },
  { what: '5 MB of quotes and commas', bytes: () => '"",'.repeat(1_700_000), refused: 'tooManyColumns' },
  { what: '5 MB of quotes, a line each', bytes: () => '"\n'.repeat(2_600_000), refused: 'empty' },
  {
    what: 'a million columns',
    bytes: () => `${'1,'.repeat(1_000_000)}2\n${'1,'.repeat(1_000_000)}2\n`,
    refused: 'tooManyColumns',
  },
  {
    what: 'a million names',
    bytes: () => `${many(500_000, (i) => `c${i}`).replaceAll('\n', ',')}\n1,2\n`,
    refused: 'tooManyColumns',
  },
  {
    what: '101 columns',
    bytes: () => `${many(3, () => many(101, (i) => i + 1).replaceAll('\n', ','))}\n`,
    refused: 'tooManyColumns',
  },
  { what: '20,001 rows', bytes: () => `a,b\n${many(20_001, (i) => `${i},${i % 7}`)}\n`, mistakes: ['tooManyRows'] },
  { what: 'a quote that is never closed', bytes: () => 'a,b\n1,2\n"3,4\n5,6\n7,8\n', refused: 'openQuote' },
  { what: 'letters behind a quote', bytes: () => 'a,b\n1,2\n"3"x",4\n5,6\n7,8\n', mistakes: ['quotes', 'notNumber'] },
  {
    what: 'letters behind a quote that swallows the rest',
    bytes: () => 'a,b\n1,2\n"3"x,4\n5,6\n7,8\n',
    refused: 'openQuote',
  },
  {
    what: 'ends of lines within quotes',
    bytes: () => 'a,b,kind\n1,2,"x\nx"\n3,4,y\n5,oops,y\n7,8,y\n',
    mistakes: ['notNumber'],
  },
  { what: 'a row that is too short', bytes: () => 'a,b,c\n1,2,3\n4,5\n6,7,8\n', mistakes: ['ragged'] },
  { what: 'a row that is too long', bytes: () => 'a,b,c\n1,2,3\n4,5,6,7\n6,7,8\n', mistakes: ['ragged'] },
  { what: 'every row another length', bytes: () => 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3,4,5\n', mistakes: ['ragged'] },
  { what: 'words among numbers', bytes: () => 'a,b\n1,2\n3,four\n5,6\n7,8\n', mistakes: ['notNumber'] },
  { what: 'infinite numbers', bytes: () => 'a,b\n1,2\n3,Infinity\n-inf,6\n7,8\n', mistakes: ['infinite', 'infinite'] },
  { what: 'a number that is too large', bytes: () => 'a,b\n1,2\n3,1e309\n5,6\n7,8\n', mistakes: ['infinite'] },
  {
    what: 'numbers as programs write them',
    bytes: () => 'a,b\n1,2\n3,0x10\n5,1_000\n7,8\n9,9\n',
    mistakes: ['notNumber'],
  },
  { what: 'points and commas mixed', bytes: () => 'a;b\n1,5;2\n2.5;3\n3,5;4\n4,5;6\n', mistakes: ['notNumber'] },
  { what: 'a formula', bytes: () => 'a,b\n1,2\n3,=1+1\n5,6\n7,8\n', mistakes: ['notNumber'] },
  { what: 'errors of a spreadsheet', bytes: () => 'a,b\n1,2\n3,#VALUE!\n5,6\n7,#DIV/0!\n', names: ['a', 'b'] },
  { what: 'NaN alone', bytes: () => 'a,b\nNaN,1\nNaN,2\nNaN,3\n', names: ['a', 'b'], notes: ['emptyColumn'] },
  { what: 'one class only', bytes: () => 'a,b,class\n1,2,x\n3,4,x\n5,6,x\n', problem: 'oneClass' },
  { what: 'one row only', bytes: () => 'a,b,kind\n1,2,x\n', problem: 'fewRows' },
  { what: 'a value missing in every row', bytes: () => 'a,b,kind\n1,,x\n,4,y\n5,,x\n,6,y\n', problem: 'fewRows' },
  { what: 'texts alone', bytes: () => many(30, (i) => `word ${i},thing ${i}`), problem: 'noTarget' },
  { what: 'dates alone', bytes: () => many(9, (i) => `2024-01-0${i + 1},2024-02-0${i + 1}`), problem: 'noTarget' },
  {
    what: 'names that JavaScript has itself',
    bytes: () => '__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n2,3,4,6\n5,6,7,9\n',
    names: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  },
  {
    what: 'names that are markup',
    bytes: () => '<b>,<img src=x onerror=alert(1)>,{{x}}\n1,2,a\n3,4,b\n5,6,a\n',
    names: ['<b>', '<img src=x onerror=alert(1)>', '{{x}}'],
  },
  {
    what: 'a name that is a formula',
    bytes: () => '=1+1,@sum(a),kind\n1,2,a\n3,4,b\n5,6,a\n',
    names: ['=1+1', '@sum(a)', 'kind'],
  },
  {
    what: 'a name twice',
    bytes: () => 'a,a,a\n1,2,3\n4,5,7\n7,8,8\n',
    names: ['a', 'a (2)', 'a (3)'],
    notes: ['namesTwice'],
  },
  {
    what: 'names that are missing',
    bytes: () => 'a,,\n1,2,3\n4,5,7\n7,8,8\n',
    names: ['a', 'Column 2', 'Column 3'],
    notes: ['namesEmpty'],
  },
  {
    what: 'names that a link cannot hold',
    bytes: () => 'a~b,c!d,"e\nf"\n1,2,3\n4,5,7\n7,8,8\n',
    names: ['a-b', 'c-d', 'e f'],
    notes: ['namesChanged'],
  },
  {
    what: 'a name that is far too long',
    bytes: () => `${'n'.repeat(10_000)},b\n1,2\n3,4\n5,7\n`,
    names: ['n'.repeat(40), 'b'],
    notes: ['namesChanged'],
  },
  {
    what: 'words that run the other way',
    bytes: () => '\u202Ea,גובה,kind\n1,2,א\n3,4,ב\n5,7,א\n',
    names: ['a', 'גובה', 'kind'],
    notes: ['namesChanged'],
  },
  { what: 'JSON that breaks off', bytes: () => '[{"a":1,"b":2},{"a":3', refused: 'brokenJson' },
  { what: 'JSON that is no table', bytes: () => '{"name":"x","list":5}', refused: 'jsonNoTable' },
  { what: 'JSON with nothing in it', bytes: () => '[]', refused: 'jsonNoTable' },
  {
    what: 'JSON within JSON',
    bytes: () => '[{"a":1,"b":2},{"a":{"c":3},"b":4},{"a":5,"b":6},{"a":7,"b":6}]',
    mistakes: ['nested'],
  },
  { what: 'JSON of great depth', bytes: () => '['.repeat(200_000), refused: 'brokenJson' },
  {
    what: 'JSON with names that JavaScript has itself',
    bytes: () => '[{"__proto__":1,"b":2},{"__proto__":3,"b":4},{"__proto__":5,"b":7}]',
    names: ['__proto__', 'b'],
  },
  { what: 'old ends of lines', bytes: () => good.replaceAll('\n', '\r'), names: ['a', 'b', 'kind'] },
  { what: 'mixed ends of lines', bytes: () => 'a,b,kind\r\n1,2,x\n3,4,y\r5,6,x\n', names: ['a', 'b', 'kind'] },
  {
    what: 'a category of 21 values',
    bytes: () => `a,b,kind\n${many(63, (i) => `${i},${i * 2.5},k${i % 21}`)}`,
    names: ['a', 'b', 'kind'],
    notes: ['text'],
  },
]

/** As readTable() takes it. @param {Broken} broken */
export function fileOf({ bytes }) {
  const made = bytes()
  return Uint8Array.from(typeof made === 'string' ? new TextEncoder().encode(made) : made).buffer
}
