/**
 * What the user and the profiles say: YAML to checked records, every problem at once with its line.
 *
 * <p>With {@code json} the only room that sees Jackson. Start at {@link org.printwire.config.Configuration}, then
 * {@link org.printwire.config.ConfigLoader}.
 */
package org.printwire.config;
