import { Plus, X } from 'lucide-react';
import type { Variable } from '#shared/domain/environment/environment.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { TextInput } from '#renderer/ui/field.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import styles from './environments-dialog.module.css';

interface VariablesPaneProps {
  readonly variables: readonly Variable[];
  readonly onChange: (variables: readonly Variable[]) => void;
}

/** Plain variables, used as `{{name}}` anywhere in a request. */
export function VariablesPane({ variables, onChange }: VariablesPaneProps) {
  const set = (index: number, change: Partial<Variable>) => {
    const before = variables[index];
    if (before) onChange(variables.with(index, { ...before, ...change }));
  };
  const add = () => onChange([...variables, { name: '', value: '', isEnabled: true }]);
  if (variables.length === 0) {
    return (
      <EmptyState
        sentence="A variable is written {{name}} in a request, and each environment gives it a value of its own."
        action={<Button onClick={add}>Add variable</Button>}
      />
    );
  }
  return (
    <div className={styles.form}>
      <table className={styles.variables}>
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">In use</span>
            </th>
            <th>name</th>
            <th>value</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ name, value, isEnabled }, index) => (
            <tr key={index}>
              <td>
                <Checkbox
                  label={`Use ${name || `variable ${index + 1}`}`}
                  isChecked={isEnabled}
                  onChange={(next) => set(index, { isEnabled: next })}
                />
              </td>
              <td>
                <TextInput
                  isMono
                  aria-label={`Name of variable ${index + 1}`}
                  value={name}
                  onChange={(next) => set(index, { name: next.trim() })}
                />
              </td>
              <td>
                <TextInput
                  isMono
                  aria-label={`Value of variable ${index + 1}`}
                  value={value}
                  onChange={(next) => set(index, { value: next })}
                />
              </td>
              <td>
                <IconButton
                  icon={X}
                  label={`Remove ${name || `variable ${index + 1}`}`}
                  onClick={() => onChange(variables.toSpliced(index, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button onClick={add}>
          <Plus size={14} aria-hidden /> Add variable
        </Button>
      </div>
    </div>
  );
}
