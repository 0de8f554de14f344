/** What docstrings say, as TypeScript reads them. */
import ts from 'typescript'

const plain = (comment) => ts.getTextOfJSDocComment(comment)?.trim() ?? ''

/** The docstring of a node itself, without its tags: not the one of its file above it. @param {ts.Node} node */
export const docOf = (node) => plain((node.jsDoc ?? []).at(-1)?.comment)

/** @param {ts.Node} node @returns {{ tag: string, text: string, parameter?: string, type?: string }[]} */
export const allTagsOf = (node) =>
  ((node.jsDoc ?? []).at(-1)?.tags ?? []).map((tag) => ({
    tag: tag.tagName.text,
    text: plain(tag.comment),
    ...(ts.isJSDocParameterTag(tag) ? { parameter: tag.name.getText() } : {}),
    ...(tag.typeExpression ? { type: tag.typeExpression.type.getText() } : {}),
  }))

/** The tags of one kind, `@slot caption - Beneath it.`: their name, '-' = none, and what they say of it. */
export const tagsOf = (node, kind) =>
  allTagsOf(node)
    .filter(({ tag }) => tag === kind)
    .map(({ text }) => {
      const [, name, description] = /^(\S+)\s*(?:-\s*)?([\s\S]*)$/.exec(text.replace(/^- /, '- - '))
      return { name, description: description.replace(/\s+/g, ' ') }
    })
