import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

interface CopyButtonProps {
  /** What is copied, as in “Copy base string”. */
  readonly label: string;
  /** The text, or how to get it at the moment of the press. */
  readonly text: string | (() => string | Promise<string>);
  readonly isWordy?: boolean;
  readonly onFailure?: (error: unknown) => void;
}

/** Puts a value on the clipboard and says so for a moment. */
export function CopyButton({ label, text, isWordy = false, onFailure }: CopyButtonProps) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), 1400);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setDone(true);
    } catch (error) {
      onFailure?.(error);
    }
  };
  if (isWordy) return <Button onClick={() => void copy()}>{isDone ? 'Copied' : label}</Button>;
  return <IconButton icon={isDone ? Check : Copy} label={isDone ? 'Copied' : label} onClick={() => void copy()} />;
}
