import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorPanel } from './error-panel.tsx';

interface ErrorBoundaryProps {
  /** What stands here, as in “The response”. */
  readonly view: string;
  readonly onError?: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Keeps a bug in one view from taking the others along. React offers this as a class only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(error);
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorPanel
        error={{
          message: `${this.props.view} can’t be shown.`,
          cause: `Lodestone met a mistake of its own: ${error.message}`,
          nextStep: 'Draw it anew; nothing that you typed is lost.',
        }}
        actions={<Button onClick={() => this.setState({ error: null })}>Draw it anew</Button>}
      />
    );
  }
}
