// The editor of request bodies: JSON with its mistakes marked, XML, or plain text, with `{{variables}}` in all three.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useMemo } from 'react';
import { findJsonProblem } from './find-json-problem.ts';
import { editorTheme } from './editor-theme.ts';
import styles from './code-editor.module.css';
import { useEditor } from './use-editor.ts';
import { variableMarks } from './variable-marks.ts';

export interface CodeEditorProps {
  readonly label: string;
  readonly language: 'json' | 'xml' | 'text';
  readonly text: string;
  readonly scope: ReadonlyMap<string, string>;
  readonly onChange: (text: string) => void;
}

const jsonMarks = linter(
  (view) => {
    const problem = findJsonProblem(view.state.doc.toString());
    if (!problem) return [];
    const from = Math.min(problem.offset, view.state.doc.length);
    return [{ from, to: Math.min(from + 1, view.state.doc.length), severity: 'error', message: problem.message }];
  },
  { delay: 250 },
);

const languages = { json: () => [json(), jsonMarks], xml: () => [xml()], text: () => [EditorView.lineWrapping] };

export function CodeEditor({ label, language, text, scope, onChange }: CodeEditorProps) {
  const changing = useMemo(
    () => [
      languages[language](),
      variableMarks(scope),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-description': 'Escape, then Tab leaves the editor',
      }),
    ],
    [language, scope, label],
  );
  const parent = useEditor({ text, onChange, changing, extensions: codeExtensions });
  return <div ref={parent} className={styles.editor} />;
}

const codeExtensions = () => [
  lineNumbers(),
  foldGutter(),
  history(),
  indentUnit.of('  '),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
  // Esc, then Tab, leaves the editor: CodeMirror's own way out for keyboard users.
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...searchKeymap,
    indentWithTab,
  ]),
  editorTheme(),
];
