import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import './dialog.css';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: IconName | undefined;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isDanger?: boolean | undefined;
  readonly isChecked?: boolean | undefined;
  readonly onAction: () => void;
}

/**
 * `<Menu label="المزيد" items={actions}><IconButton icon="more" label="المزيد" /></Menu>`; `'-'` among the items
 * draws a line. The child is the button that opens it.
 */
export function Menu({
  label,
  items,
  children,
}: {
  label: string;
  items: readonly (MenuAction | '-')[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4} placement="bottom end">
        <AriaMenu aria-label={label} className="menu">
          {items.map((item, index) =>
            item === '-' ? (
              <Separator key={`line-${index}`} className="menu-sep" />
            ) : (
              <MenuItem
                key={item.id}
                id={item.id}
                textValue={typeof item.label === 'string' ? item.label : item.id}
                isDisabled={item.isDisabled ?? false}
                className={`menu-item ${item.isDanger === true ? 'danger' : ''}`}
                onAction={item.onAction}
              >
                {item.icon !== undefined && <Icon name={item.icon} />}
                <span className="ell">{item.label}</span>
                <span className="sp" />
                {item.isChecked === true && <Icon name="check" size={14} />}
                {item.keys !== undefined && <Kbd keys={item.keys} />}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
