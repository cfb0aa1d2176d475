import type { Environment } from '#shared/domain/environment/environment.ts';
import type { Request } from '#shared/domain/http/request.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';

export interface ComposerProps {
  readonly request: Request;
  readonly environment: Environment | null;
  readonly identities: readonly IdentityState[];
  /** Who the workbench sends as, and who this request will really go as. */
  readonly chosen: IdentityState | null;
  readonly effective: IdentityState | null;
  readonly isRunning: boolean;
  readonly isDirty: boolean;
  readonly keys: { readonly send: string | undefined; readonly save: string | undefined };
  readonly onChange: (request: Request) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}
