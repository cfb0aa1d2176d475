// One CodeMirror view under React: made once, its text and scope follow the props, and what comes from outside never
// moves the caret of a text that is already the same.
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, type RefObject } from 'react';

interface EditorOptions {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What never changes for this editor. */
  readonly extensions: () => Extension;
  /** What follows the props; a new value replaces the old one. */
  readonly changing: Extension;
}

export function useEditor(options: EditorOptions): RefObject<HTMLDivElement | null> {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(options);
  const compartment = useRef(new Compartment());
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (!parent.current) return;
    const { text, extensions, changing } = latest.current;
    const editor = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          extensions(),
          // Editable text can be focused anyway; this tells those who judge by attributes.
          EditorView.contentAttributes.of({ tabindex: '0' }),
          compartment.current.of(changing),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const isOurs = update.transactions.some((one) => one.annotation(Transaction.remote));
            if (!isOurs) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === options.text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: options.text },
      annotations: Transaction.remote.of(true),
    });
  }, [options.text]);

  useEffect(() => {
    view.current?.dispatch({ effects: compartment.current.reconfigure(options.changing) });
  }, [options.changing]);

  return parent;
}
