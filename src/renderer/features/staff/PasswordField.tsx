import { useState } from 'react';
import { useT } from '../../lib/i18n/use-t.ts';
import { IconButton } from '../../ui/Button.tsx';
import { TextField, type TextFieldProps } from '../../ui/Fields.tsx';

/** A password with an eye; it hides again when the field is left. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end' | 'ltr'>) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      ltr
      type={isShown ? 'text' : 'password'}
      end={
        <IconButton
          size="s"
          icon={isShown ? 'eyeoff' : 'eye'}
          label={t(isShown ? 'staff.hidePassword' : 'staff.showPassword')}
          onPress={() => setShown(!isShown)}
        />
      }
    />
  );
}
