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
          {variables.map((variable, index) => (
            <VariableLine
              key={index}
              variable={variable}
              index={index}
              onChange={(next) => onChange(variables.with(index, next))}
              onRemove={() => onChange(variables.toSpliced(index, 1))}
            />
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

interface VariableLineProps {
  readonly variable: Variable;
  readonly index: number;
  readonly onChange: (variable: Variable) => void;
  readonly onRemove: () => void;
}

function VariableLine({ variable, index, onChange, onRemove }: VariableLineProps) {
  const title = variable.name || `variable ${index + 1}`;
  return (
    <tr>
      <td>
        <Checkbox
          label={`Use ${title}`}
          isChecked={variable.isEnabled}
          onChange={(isEnabled) => onChange({ ...variable, isEnabled })}
        />
      </td>
      <td>
        <TextInput
          isMono
          aria-label={`Name of variable ${index + 1}`}
          value={variable.name}
          onChange={(name) => onChange({ ...variable, name: name.trim() })}
        />
      </td>
      <td>
        <TextInput
          isMono
          aria-label={`Value of variable ${index + 1}`}
          value={variable.value}
          onChange={(value) => onChange({ ...variable, value })}
        />
      </td>
      <td>
        <IconButton icon={X} label={`Remove ${title}`} onClick={onRemove} />
      </td>
    </tr>
  );
}
