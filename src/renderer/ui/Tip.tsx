import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import './tip.css';

/** `<Tip content="…"><Button/></Tip>`: a tooltip on hover and focus for something that takes the focus. */
export function Tip({ content, children }: { content: ReactNode; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tip" offset={6}>
        {content}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
