import { attribute, quoted } from './markup.ts'

/** What an author puts into a page: one snippet for each kind of host. */

/** What a snippet is made of. */
export interface Shared {
  /** Where the site lies, with a slash at its end. */
  site: string
  /** The words of a link that bring the network back. */
  link: string
  /** What is shown of it, as the attribute says it; '' = all. */
  parts: string
  /** The part that the open panel is. */
  panel: string
  /** Of the frame, in words. */
  title: string
  /** Of the frame, in pixels. */
  height: number
}

/** The address of the framed page. */
export const frameAddress = ({ site, link, parts }: Pick<Shared, 'site' | 'link' | 'parts'>, more = '') => {
  const [query, fragment] = link.split('#')
  const words = [query, parts && `parts=${parts.replaceAll(' ', '+')}`, more].filter(Boolean).join('&')
  return `${site}embed.html?${words}${fragment ? `#${fragment}` : ''}`
}

/** Within a snippet: what indents our own sources is left out of the built site. */
const indent = '  '

const playground = ({ link, parts }: Shared) =>
  `<glassbox-playground loading="lazy"${attribute('parts', parts || null)}
${indent}state=${quoted(link)}></glassbox-playground>`

const modules = ({ site }: Shared) => `<link rel="stylesheet" href=${quoted(`${site}v1/glassbox.css`)}>
<script type="module" src=${quoted(`${site}v1/glassbox.js`)}></script>`

const frame = (shared: Shared, { source = 'src', more = '', lazy = ' loading="lazy"' } = {}) =>
  `<iframe title=${quoted(shared.title)} width="100%" height="${shared.height}"${lazy}
${indent}${source}=${quoted(frameAddress(shared, more))}></iframe>`

const figure = (part: string) => `<glassbox-figure for="net" part="${part}"></glassbox-figure>`

const python = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** Pixels that a frame has on a slide of reveal.js, 700 high unless told otherwise. */
const mostOnSlide = 640

/** The kinds of host, as they are offered: what each is called and said of it stands in sentences.ts. */
export const kinds = {
  script: (shared) => `${modules(shared)}
${playground(shared)}`,

  frame: (shared) => frame(shared),

  figures: (shared) => `${modules(shared)}
<glassbox-network id="net" state=${quoted(shared.link)}></glassbox-network>
<p>The network:</p>
${figure('graph')}
<p>What it has learnt:</p>
${figure('picture')}
<p>Its numbers:</p>
${figure(shared.panel)}
<p>Press play:</p>
${figure('player')}`,

  single: (shared) => `<script src=${quoted(`${shared.site}v1/glassbox.single.js`)}></script>
${playground(shared)}`,

  markdown: (shared) => `${frame(shared)}

[${shared.title.replace(/[[\]\\]/g, '\\$&')}](${frameAddress(shared).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))})`,

  slides: (shared) => `<section>
${indent}${frame({ ...shared, height: Math.min(shared.height, mostOnSlide) }, { source: 'data-src', more: 'theme=light', lazy: '' }).replace('\n', `\n${indent}`)}
</section>`,

  notebook: (shared) => `from IPython.display import IFrame

IFrame(${python(frameAddress(shared))}, width='100%', height=${shared.height})`,

  course: (shared) => frame(shared, { lazy: ' style="border: 0"' }),
} satisfies Record<string, (shared: Shared) => string>

export type Kind = keyof typeof kinds

/** Where the site lies, '' = somebody else has bundled our scripts. @param script the address of v1/glassbox.single.js */
export const siteOf = (script: string) =>
  /^https?:.*\/v1\/glassbox\.single\.js$/.test(script) ? new URL('../', script).href : ''
