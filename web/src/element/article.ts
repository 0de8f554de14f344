/**
 * What stands in an article beside a playground or without one. A bundle of its own, with its own copies of what it
 * shares with the playground: so the page that has none of it loads none of it, and it none of the page.
 */
import './glassbox-figure.ts'
import './glassbox-network.ts'
