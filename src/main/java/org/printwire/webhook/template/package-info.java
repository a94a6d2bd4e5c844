/**
 * Texts and data with {@code @names} in them. Pure: values in, values out. {@link
 * org.printwire.webhook.template.TemplateEngine} is where to begin; {@link
 * org.printwire.webhook.template.Filter} lists the filters.
 */
package org.printwire.webhook.template;
