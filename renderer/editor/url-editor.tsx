import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { useMemo } from 'react';
import { editorTheme } from './editor-theme.ts';
import styles from './url-editor.module.css';
import { useEditor } from './use-editor.ts';
import { variableMarks } from './variable-marks.ts';

export interface UrlEditorProps {
  readonly text: string;
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (text: string) => void;
}

/** The URL on one line: pasted line breaks are dropped, variables coloured, brackets quiet. */
export function UrlEditor({ text, scope, onChange }: UrlEditorProps) {
  const changing = useMemo(() => variableMarks(scope, true), [scope]);
  const parent = useEditor({ text, onChange, changing, extensions: urlExtensions });
  return <div ref={parent} className={styles.editor} />;
}

const urlExtensions = () => [
  history(),
  keymap.of([{ key: 'Enter', run: () => true }, ...defaultKeymap, ...historyKeymap]),
  EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
    const text = transaction.newDoc.toString().replace(/\s*\n\s*/g, '');
    return {
      changes: { from: 0, to: transaction.startState.doc.length, insert: text },
      selection: { anchor: text.length },
    };
  }),
  placeholder('/V1/products or a whole URL'),
  EditorView.contentAttributes.of({ 'aria-label': 'URL', 'aria-multiline': 'false' }),
  editorTheme(),
];
