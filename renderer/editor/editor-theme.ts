// The look of every editor, from the tokens; colours change with the theme without making the editor anew.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { styleNonce } from '#renderer/ui/style-nonce.ts';

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: 'var(--size-mono)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--accent)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '1.5px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-gutters': { background: 'transparent', color: 'var(--text-faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '&.cm-focused .cm-activeLine': { background: 'color-mix(in srgb, var(--surface-hover) 55%, transparent)' },
  '.cm-foldPlaceholder': {
    background: 'var(--surface-hover)',
    border: 'none',
    color: 'var(--text-muted)',
    padding: '0 4px',
  },
  '.cm-tooltip': {
    background: 'var(--surface-raised)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
    padding: '3px 8px',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-note)',
  },
  '.cm-tooltip-lint': { padding: '0' },
  '.cm-diagnostic': { borderLeft: '3px solid var(--bad)', padding: '4px 10px' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--bad)' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--bad)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { background: 'var(--accent-soft)', outline: 'none' },
  '.cm-placeholder': { color: 'var(--text-faint)' },
  '.cm-variable': { color: 'var(--accent)', background: 'var(--accent-soft)', borderRadius: '3px', padding: '1px 0' },
  '.cm-variable-unknown': {
    color: 'var(--bad)',
    background: 'var(--bad-soft)',
    borderRadius: '3px',
    padding: '1px 0',
    textDecoration: 'underline wavy 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-faint': { color: 'var(--text-faint)' },
});

const code = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--code-literal)' },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: 'var(--code-punctuation)' },
  { tag: tags.tagName, color: 'var(--code-key)' },
  { tag: tags.attributeName, color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--text-faint)' },
]);

export const editorTheme = (): Extension => [look, syntaxHighlighting(code), EditorView.cspNonce.of(styleNonce())];
