/* A piece's history is a page of PHP; only its looks are made here. */
import './style.scss';
