import { useState, type ReactNode } from 'react';
import type { AppInfo } from '#shared/contract/app.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextInput } from '#renderer/ui/field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './settings-dialog.module.css';

interface SettingsDialogProps {
  readonly settings: Settings;
  readonly info: AppInfo | undefined;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onClose: () => void;
}

/** The settings, each with its meaning; a change holds at once. */
export function SettingsDialog({ settings, info, onChange, onClose }: SettingsDialogProps) {
  return (
    <Dialog title="Settings" size="wide" onClose={onClose}>
      <div className={styles.body}>
        <Section title="Appearance">
          <Setting title="Theme" meaning="As the system follows light, dark and high contrast of your desktop.">
            <Segmented
              label="Theme"
              size="large"
              value={settings.theme}
              onChange={(theme) => onChange({ theme })}
              choices={[
                { value: 'system', label: 'As the system' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
                { value: 'contrast', label: 'High contrast' },
              ]}
            />
          </Setting>
          <Setting
            title="Response"
            meaning="Automatic puts it beside the request where the window is 1,400 pixels wide."
          >
            <Segmented
              label="Response"
              size="large"
              value={settings.layout}
              onChange={(layout) => onChange({ layout })}
              choices={[
                { value: 'auto', label: 'Automatic' },
                { value: 'below', label: 'Below' },
                { value: 'beside', label: 'Beside' },
              ]}
            />
          </Setting>
        </Section>
        <Section title="Requests">
          <TimeoutSetting
            timeoutMs={settings.defaultTimeoutMs}
            onChange={(defaultTimeoutMs) => onChange({ defaultTimeoutMs })}
          />
        </Section>
        {info && <About info={info} />}
      </div>
    </Dialog>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.section}>
    <h3>{title}</h3>
    {children}
  </section>
);

interface SettingProps {
  readonly title: string;
  readonly meaning: string;
  readonly children: ReactNode;
}

const Setting = ({ title, meaning, children }: SettingProps) => (
  <div className={styles.setting}>
    <div>
      <p className={styles.title}>{title}</p>
      <p className={styles.meaning}>{meaning}</p>
    </div>
    {children}
  </div>
);

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className={styles.fact}>
    <span>{name}</span>
    <span>{value}</span>
    <CopyButton label={`Copy ${name.toLowerCase()}`} text={value} />
  </div>
);

interface TimeoutSettingProps {
  readonly timeoutMs: number;
  readonly onChange: (timeoutMs: number) => void;
}

function TimeoutSetting({ timeoutMs, onChange }: TimeoutSettingProps) {
  const [seconds, setSeconds] = useState(String(timeoutMs / 1000));
  const commit = () => {
    const value = Number(seconds.replace(',', '.'));
    if (seconds.trim() !== '' && Number.isFinite(value) && value >= 0) onChange(Math.round(value * 1000));
    else setSeconds(String(timeoutMs / 1000));
  };
  return (
    <Setting title="Timeout in seconds" meaning="How long a new request waits for its answer; 0 waits without end.">
      <TextInput
        aria-label="Timeout in seconds"
        className={styles.number}
        inputMode="decimal"
        value={seconds}
        onChange={setSeconds}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </Setting>
  );
}

const About = ({ info }: { readonly info: AppInfo }) => (
  <Section title="About">
    <Fact name="Lodestone" value={`${info.version} · ${info.runtime} · ${info.platform}`} />
    <Fact name="Data folder" value={info.dataDirectory} />
    <Fact
      name="Secrets"
      value={
        info.keepsSecrets
          ? 'sealed by your system’s key store'
          : 'kept for this session only: your system has no key store'
      }
    />
  </Section>
);
