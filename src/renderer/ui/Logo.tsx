/** The mark of Insaf: two halves, equal. It never mirrors. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" fill="none" aria-hidden>
      <rect width="30" height="30" rx="8" fill="var(--primary)" />
      <path d="M13.75 6.6a8.5 8.5 0 0 0 0 16.8Z" fill="#fff" />
      <path
        d="M16.25 7.6a7.5 7.5 0 0 1 0 14.8Z"
        stroke="#fff"
        strokeWidth="1.9"
        strokeLinejoin="round"
      />
    </svg>
  );
}
