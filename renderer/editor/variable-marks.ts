// Colours `{{variables}}` and tells their values under the pointer; unknown ones are marked.
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  hoverTooltip,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { findVariables } from '#shared/domain/variables/find-variables.ts';

type Scope = ReadonlyMap<string, string>;

const known = Decoration.mark({ class: 'cm-variable' });
const unknown = Decoration.mark({ class: 'cm-variable-unknown' });
const faint = Decoration.mark({ class: 'cm-faint' });

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly decoration: Decoration;
}

function marksIn(view: EditorView, scope: Scope, fadesBrackets: boolean): DecorationSet {
  const marks: Mark[] = [];
  for (const { from, to } of view.visibleRanges) {
    const text = view.state.sliceDoc(from, to);
    for (const { name, start, end } of findVariables(text)) {
      marks.push({ from: from + start, to: from + end, decoration: scope.has(name) ? known : unknown });
    }
    if (!fadesBrackets) continue;
    for (const match of text.matchAll(/[[\]?&=]/g)) {
      marks.push({ from: from + match.index, to: from + match.index + 1, decoration: faint });
    }
  }
  return Decoration.set(
    marks.map(({ from, to, decoration }) => decoration.range(from, to)),
    true,
  );
}

function valueTooltip(scope: Scope) {
  return hoverTooltip((view, position) => {
    const line = view.state.doc.lineAt(position);
    const hit = findVariables(line.text).find(
      ({ start, end }) => line.from + start <= position && position <= line.from + end,
    );
    if (!hit) return null;
    const value = scope.get(hit.name);
    return {
      pos: line.from + hit.start,
      end: line.from + hit.end,
      create: () => {
        const dom = document.createElement('div');
        dom.textContent =
          value === undefined
            ? `This environment has no variable “${hit.name}”.`
            : `${hit.name} = ${value || '(empty)'}`;
        return { dom };
      },
    };
  });
}

/** Marks for one scope; `fadesBrackets` also puts the punctuation of a query into the background. */
export function variableMarks(scope: Scope, fadesBrackets = false): Extension {
  return [
    ViewPlugin.fromClass(
      class {
        decorations: DecorationSet;
        constructor(view: EditorView) {
          this.decorations = marksIn(view, scope, fadesBrackets);
        }
        update(update: ViewUpdate) {
          if (update.docChanged || update.viewportChanged)
            this.decorations = marksIn(update.view, scope, fadesBrackets);
        }
      },
      { decorations: (plugin) => plugin.decorations },
    ),
    valueTooltip(scope),
  ];
}
