export default function Gallery() { return <main>soon</main>; }
